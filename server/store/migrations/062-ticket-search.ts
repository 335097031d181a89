import { type Kysely, sql } from 'kysely';

/**
 * The words of each ticket for search, with an index of their pieces: at each place of a run of Chinese the next two characters, at
 * each place of a run of Latin letters and digits the next four, fewer at its end. Any part of a text is then a set of whole pieces,
 * or the beginning of one. PostgreSQL's own trigrams ignore Chinese in some locales and find no word of two characters; this works
 * the same everywhere, and needs no extension.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // `tails`: the fewer at the end of a run too; a question asks for those only where the whole run is so short.
  `create function text_pieces(words text, tails boolean) returns text[] language plpgsql immutable strict parallel safe as $$
     declare
       chars text[] := string_to_array(lower(words), null);
       pieces text[] := '{}';
       piece text := '';
       longest integer := 0;
       size integer;
       before integer;
     begin
       for n in reverse coalesce(array_length(chars, 1), 0)..1 loop
         size := case when ascii(chars[n]) <= 32 then 0 when ascii(chars[n]) < 128 then 4 else 2 end;
         if size <> longest then piece := ''; end if;
         longest := size;
         continue when size = 0;
         piece := left(chars[n] || piece, size);
         if not tails and length(piece) < size and n > 1 then
           before := case when ascii(chars[n - 1]) <= 32 then 0 when ascii(chars[n - 1]) < 128 then 4 else 2 end;
           continue when before = size;
         end if;
         pieces := pieces || piece;
       end loop;
       return pieces;
     end
   $$`,
  // An index is made with a search path of its own: whose functions these are has to be kept.
  `create function text_vector(words text) returns tsvector language sql immutable strict parallel safe
     set search_path from current as $$ select array_to_tsvector(text_pieces(words, true)) $$`,
  // A piece that is not whole may go on.
  `create function text_question(words text) returns tsquery language sql immutable strict parallel safe as $$
     select string_agg(
       '''' || replace(replace(piece, '\\', '\\\\'), '''', '''''') || ''''
       || case when length(piece) < (case when ascii(piece) < 128 then 4 else 2 end) then ':*' else '' end, ' & ')::tsquery
     from unnest(text_pieces(words, false)) as pieces (piece)
   $$`,
  `create table ticket_search (
     ticket_id bigint primary key references ticket (id) on delete cascade,
     words text not null
   )`,
  `insert into ticket_search (ticket_id, words)
     select id, number || E'\\n' || title || E'\\n' || description from ticket`,
  // Pieces are put in their places at once: a list of what is still to be put there would be read by every search.
  `create index ticket_search_pieces on ticket_search using gin (text_vector(words)) with (fastupdate = off)`,
  `create function keep_ticket_words() returns trigger language plpgsql as $$
     begin
       if tg_op = 'INSERT' then
         insert into ticket_search (ticket_id, words)
           select id, number || E'\\n' || title || E'\\n' || description from added;
       else
         update ticket_search set words = new.number || E'\\n' || new.title || E'\\n' || new.description
           where ticket_id = new.id;
       end if;
       return null;
     end
   $$`,
  `create trigger ticket_words_added after insert on ticket
     referencing new table as added for each statement execute function keep_ticket_words()`,
  `create trigger ticket_words_changed after update of title, description on ticket for each row
     when (old.title is distinct from new.title or old.description is distinct from new.description)
     execute function keep_ticket_words()`,
];
