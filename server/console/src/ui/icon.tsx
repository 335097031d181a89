/** The few signs of the page, drawn by hand so that no icon set has to be loaded. */

const PATHS = {
  send: 'M4 12 20 4l-4.5 16-3.8-6.2zM11.7 13.8 20 4',
  chat: 'M4 5h16v11h-8l-5 4v-4H4z',
  board: 'M4 5h16M4 12h16M4 19h10',
  group:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c0-3.6 2.4-6 6-6s6 2.4 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M17.5 14.5c2.3.7 3.5 2.7 3.5 5.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20 20',
  place: 'M12 21c-4-4.6-6-8-6-10.5a6 6 0 1 1 12 0C18 13 16 16.4 12 21Zm0-8.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  down: 'm6 9 6 6 6-6',
  arrowDown: 'M12 5v14m-6-6 6 6 6-6',
  clip: 'M20 11.5 12 19.5a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.6 1.6 0 0 1-2.3-2.3l7.6-7.6',
  close: 'M6 6l12 12M18 6 6 18',
  alert: 'M12 4 2.8 19.5h18.4zM12 10v4.5m0 2.2v.3',
} as const;

export function Icon({ name, size = 16 }: { name: keyof typeof PATHS; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
