/** Names for statements, under which a connection keeps them parsed: on a turn's few, parsing and planning is half the work. */

/** A desk has some dozens; lists of changing length must not fill a connection's memory. */
const MOST_NAMES = 300;

/**
 * Undefined for one that is not to be kept: without parameters it is seldom said twice, and one that takes every column
 * of a table has a plan that is refused once a newer replica has added a column.
 */
export function statementNames(): (statement: {
  sql: string;
  parameters: readonly unknown[];
}) => string | undefined {
  const names = new Map<string, string>();
  return ({ sql, parameters }) => {
    if (parameters.length === 0) return undefined;
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMES || sql.includes('*')) return undefined;
    const name = `desk_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
