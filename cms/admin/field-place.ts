/** `hard[1].text` → `['hard', 1, 'text']`. */
const stepsOf = (field: string): (string | number)[] =>
  [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => (index === undefined ? name! : Number(index)));

export interface FieldPlace {
  /** The id by which Decap knows the field: its errors are kept under it. */
  id: string;
  /** What is to be scrolled to and has, or holds, what can be focused. */
  element: HTMLElement;
}

const controls = '[class*="-ControlContainer"]';
const items = '[class*="-SortableListItem"], [class*="-ListItem"]';

/** The labels of the fields that are directly in a part of the form. */
function labelsIn(scope: ParentNode, within: Element | null): HTMLLabelElement[] {
  return [...scope.querySelectorAll<HTMLLabelElement>('label[for*="-field-"]')].filter(
    (label) => (label.closest(controls)?.parentElement?.closest(controls) ?? null) === within,
  );
}

/**
 * Where a field of the model stands in Decap's form: the deepest place that there is on the way to it, since a widget of ours may show a whole group.
 * None where the field is not in the form.
 */
export function placeOfField(field: string, form: ParentNode = document): FieldPlace | undefined {
  let scope: ParentNode = form;
  let within: Element | null = null;
  let found: FieldPlace | undefined;
  for (const step of stepsOf(field)) {
    if (typeof step === 'number') {
      const item = [...scope.querySelectorAll(items)].filter((one) => one.closest(controls) === within)[step];
      if (!item) return found;
      scope = item;
      continue;
    }
    const label: HTMLLabelElement | undefined = labelsIn(scope, within).find(({ htmlFor }) => htmlFor.replace(/-field-\d+$/, '') === step);
    const control: HTMLElement | null = label?.closest<HTMLElement>(controls) ?? null;
    if (!label || !control) return found;
    found = { id: label.htmlFor, element: control };
    [scope, within] = [control, control];
  }
  return found;
}

const focusable = 'input, textarea, select, button, [contenteditable="true"], [tabindex="0"]';

/** Brings a field into view and the focus into it. False where the form does not have it. */
export function goToField(field: string): boolean {
  const place = placeOfField(field);
  if (!place) return false;
  const target = document.getElementById(place.id);
  const inside = target?.matches(focusable) ? target : place.element.querySelector<HTMLElement>(focusable);
  place.element.scrollIntoView({ block: 'center' });
  inside?.focus({ preventScroll: true });
  return true;
}
