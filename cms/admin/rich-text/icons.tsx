/** Drawn on a grid of 20, in the colour of the words around; the name of a button is said beside it. */
const paths = {
  link: 'M8 12l4-4M7 9l-2 2a3 3 0 0 0 4 4l2-2M13 11l2-2a3 3 0 0 0-4-4l-2 2',
  bullets: 'M8 5h9M8 10h9M8 15h9M3 5h1M3 10h1M3 15h1',
  numbers: 'M9 5h8M9 10h8M9 15h8M3 3.5l1.2-.7V7M3 12.5c.2-1 2-1 2 0 0 .8-2 1.500-2 3h2.200',
  quotation: 'M4 14c2 0 3-2 3-5H4V5h4M12 14c2 0 3-2 3-5h-3V5h4',
  indent: 'M3 4h14M9 8h8M9 12h8M3 16h14M3 8l3 2-3 2',
  outdent: 'M3 4h14M9 8h8M9 12h8M3 16h14M6 8l-3 2 3 2',
  undo: 'M7 4L3 8l4 4M3 8h8a5 5 0 0 1 0 9H8',
  redo: 'M13 4l4 4-4 4M17 8H9a5 5 0 0 0 0 9h3',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }) => (
  <svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    aria-hidden="true"
    className={`rt-icon rt-icon-${name}`}
  >
    <path d={paths[name]} />
  </svg>
);
