/** Kinds of columns, as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */
import type { ColumnType } from 'kysely';

/** A jsonb column: read parsed, written as JSON text (the same on PGlite and PostgreSQL). */
export type Json<T> = ColumnType<T, string, string>;

/** A jsonb column that may be empty. */
export type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>;

/** A jsonb column with a default. */
export type JsonDefault<T> = ColumnType<T, string | undefined, string>;
