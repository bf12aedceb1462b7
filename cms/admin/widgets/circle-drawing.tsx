import { centre, placesOf } from '../../../src/views/circle.ts';

export interface Contact {
  who?: string;
  near?: string;
  kind?: string;
}
type Placed = Parameters<typeof placesOf>[0][number];

const isPlaced = (contact: Contact): boolean => contact.near !== undefined && contact.kind !== undefined;

/** The circle as readers will see it: who is near stands near. Numbers are those of the list below it, which says everything the drawing does. */
export function CircleDrawing({ people }: { people: readonly Contact[] }) {
  const numbers = people.flatMap((contact, at) => (isPlaced(contact) ? [at + 1] : []));
  if (numbers.length === 0) return null;
  const { dots, size } = placesOf(people.filter(isPlaced) as readonly Placed[]);
  return (
    <svg className="ds-circle" viewBox="0 0 340 340" aria-hidden="true">
      {[164, 117, 70].map((radius) => (
        <circle key={radius} className="ds-ring" cx={centre} cy={centre} r={radius} />
      ))}
      <circle className="ds-me" cx={centre} cy={centre} r="22" />
      {dots.map(({ x, y, kind }, at) => (
        <g key={at} className={`ds-${kind}`} transform={`translate(${x} ${y})`}>
          {kind === 'office' ? <rect x={-size} y={-size} width={2 * size} height={2 * size} /> : <circle r={size} />}
          <text y="4.5">{numbers[at]}</text>
        </g>
      ))}
    </svg>
  );
}
