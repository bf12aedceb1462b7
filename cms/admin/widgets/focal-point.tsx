import type { KeyboardEvent, MouseEvent } from 'react';
import { say } from '../words.ts';
import type { PictureOwner } from './picture-url.ts';
import { ShownPicture } from './shown-picture.tsx';

type Point = [x: number, y: number];

interface FocalPointProps {
  name: string;
  owner: PictureOwner;
  value: Point | undefined;
  change: (value: Point | undefined) => void;
}

const keys: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** In hundredths of the picture: to the pixel nobody can see it. */
const kept = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 100) / 100;

/** Where the point goes with a key: a hundredth, with the shift key a tenth. None where it is another key. */
export function movedPoint(point: Point | undefined, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Point | undefined {
  const way = keys[key];
  if (!way) return undefined;
  const [x, y] = point ?? [0.5, 0.5];
  const by = shiftKey ? 0.1 : 0.01;
  return [kept(x + way[0] * by), kept(y + way[1] * by)];
}

/** The picture, on which one shows what must stay in view when it is cropped. */
export function FocalPoint({ name, owner, value, change }: FocalPointProps) {
  const [x, y] = value ?? [0.5, 0.5];
  const told = value
    ? say('editor.fields.picture.focal', { x: Math.round(x * 100), y: Math.round(y * 100) })
    : say('editor.fields.picture.focal.none');
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    // Pressed by the keyboard: there is no place.
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    change([kept((event.clientX - box.left) / box.width), kept((event.clientY - box.top) / box.height)]);
  };
  const press = (event: KeyboardEvent) => {
    const next = movedPoint(value, event);
    if (!next) return;
    event.preventDefault();
    change(next);
  };
  return (
    <div>
      <button type="button" className="ds-focal" aria-label={told} onClick={click} onKeyDown={press}>
        <ShownPicture name={name} owner={owner} />
        <span className="ds-point" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} />
      </button>
      <p className="ds-hint">{say('editor.fields.picture.focal.how')}</p>
      <p className="ds-hint" aria-live="polite">
        {told}
      </p>
      {value && (
        <button type="button" onClick={() => change(undefined)}>
          {say('editor.fields.clear')}
        </button>
      )}
    </div>
  );
}
