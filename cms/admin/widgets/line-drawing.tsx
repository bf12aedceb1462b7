export interface Stop {
  place?: string;
  when?: string;
  note?: string;
  waiting?: boolean;
}

const step = 80;
const letters = 11;
const short = (text: string) => ([...text].length > letters ? `${[...text].slice(0, letters - 1).join('')}…` : text);

/** The line as readers will see it, in small: dashed where it was waiting. What it says stands in the fields below it. */
export function LineDrawing({ stops }: { stops: readonly Stop[] }) {
  if (stops.length < 2) return null;
  const x = (at: number) => 40 + at * step;
  return (
    <svg className="ds-line" viewBox={`0 0 ${stops.length * step} 56`} aria-hidden="true">
      {stops.slice(0, -1).map((stop, at) => (
        <line key={at} x1={x(at)} x2={x(at + 1)} y1="14" y2="14" strokeDasharray={stop.waiting ? '3 8' : undefined} />
      ))}
      {stops.map((stop, at) => (
        <g key={at}>
          <circle cx={x(at)} cy="14" r="7" className={stop.waiting ? 'ds-hollow' : undefined} />
          <text x={x(at)} y="37">
            {short(stop.place ?? '')}
          </text>
          <text x={x(at)} y="51">
            {stop.when?.slice(0, 4)}
          </text>
        </g>
      ))}
    </svg>
  );
}
