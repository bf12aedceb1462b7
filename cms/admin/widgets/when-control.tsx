import { control, type ViewProps } from './control.tsx';
import { WhenInput } from './when-input.tsx';

/** A year, or a year and month. */
export const WhenControl = control<string>(function When({ value, change, id, frame, focus, report }: ViewProps<string>) {
  return (
    <div className={frame}>
      <WhenInput id={id} value={value} change={change} report={report} focus={focus} />
    </div>
  );
});
