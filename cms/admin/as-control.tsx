import { Component, type ComponentType } from 'react';

const isClass = (control: ComponentType<never>): boolean => (control.prototype as Component | undefined)?.render !== undefined;

/** A widget as Decap can hold it: it asks the instance whether the value is valid, and functions have no instance. */
export function asControl(Control: ComponentType<never>): unknown {
  if (isClass(Control)) return Control;
  return class extends Component<Record<string, unknown>> {
    override render() {
      const Shown = Control as ComponentType<Record<string, unknown>>;
      return <Shown {...this.props} />;
    }
  };
}
