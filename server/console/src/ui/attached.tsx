import type { ShownFile } from '../shapes.ts';

/** Pictures as pictures, other files by their names; both open on their own. */
export function Attached({ files }: { files: readonly ShownFile[] | undefined }) {
  if (!files?.length) return null;
  return (
    <ul className="attached">
      {files.map(({ id, kind, name, url }) => (
        <li key={id}>
          {kind === 'image' ? (
            <a href={url} target="_blank" rel="noreferrer" title={name}>
              <img src={url} alt={name} loading="lazy" />
            </a>
          ) : (
            <a className="file" href={url} download={name}>
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
