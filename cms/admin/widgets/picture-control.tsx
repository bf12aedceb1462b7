import { say } from '../words.ts';
import { choosePicture } from './choose-picture.tsx';
import { control, type ViewProps } from './control.tsx';
import { FocalPoint } from './focal-point.tsx';
import { fieldNamed, filled, TextInput } from './inner-fields.tsx';

interface Picture {
  file?: string;
  /** Empty where the picture adds nothing; not there where nobody has said yet. */
  alt?: string;
  credit?: string;
  licence?: string;
  focal?: [number, number];
}

/** A picture with what readers must know of it. */
export const PictureControl = control<Picture>(function PictureInput({ value = {}, change, field, id, frame, focus, entry }: ViewProps<Picture>) {
  const set = (part: Partial<Picture>) => change(filled({ ...value, ...part }));
  const choose = async () => {
    const chosen = await choosePicture();
    // What was in view in the one picture is not in the other.
    if (chosen) set({ file: chosen.file, focal: undefined });
  };
  const { file, alt, credit, licence, focal } = value;
  const addsNothing = alt === '';
  return (
    <div id={id} className={`${frame} ds-group`} role="group" aria-label={field.label} tabIndex={-1}>
      {file && <FocalPoint name={file} owner={entry} value={focal} change={(next) => set({ focal: next })} />}
      <div className="ds-row">
        <button type="button" className="ds-main" onClick={() => void choose()} {...focus}>
          {say(file ? 'editor.fields.picture.other' : 'editor.fields.picture.choose')}
        </button>
        {file && <bdi className="ds-hint">{file}</bdi>}
        {file && (
          <button type="button" onClick={() => change(undefined)} {...focus}>
            {say('editor.fields.picture.remove')}
          </button>
        )}
      </div>
      {file && (
        <>
          <TextInput field={fieldNamed(field.fields, 'alt')} value={alt} disabled={addsNothing} change={(next) => set({ alt: next })} />
          <label className="ds-tick">
            <input type="checkbox" checked={addsNothing} onChange={(event) => set({ alt: event.target.checked ? '' : undefined })} {...focus} />
            {say('editor.fields.picture.nothing')}
          </label>
          <TextInput field={fieldNamed(field.fields, 'credit')} value={credit} change={(next) => set({ credit: next })} />
          <TextInput field={fieldNamed(field.fields, 'licence')} value={licence} change={(next) => set({ licence: next })} />
        </>
      )}
    </div>
  );
});
