interface TextLineProps {
  value: string | undefined;
  onChange: (value: string) => void;
  forID: string;
  classNameWrapper: string;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
}

/** One line of text. Decap's own moves the selection whenever it is drawn again, so that what was selected is not replaced by what is typed. */
export function TextLineControl({ value, onChange, forID, classNameWrapper, setActiveStyle, setInactiveStyle }: TextLineProps) {
  return (
    <input
      type="text"
      dir="auto"
      id={forID}
      className={classNameWrapper}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      onFocus={setActiveStyle}
      onBlur={setInactiveStyle}
    />
  );
}
