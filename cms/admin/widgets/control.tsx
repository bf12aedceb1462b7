import { fromJS, isImmutable, type Map } from 'immutable';
import { Component, type ComponentType } from 'react';
import type { DecapField } from '../../config/decap-config.ts';

/** What Decap gives to the control of a field, as far as we use it. */
export interface DecapControlProps {
  value: unknown;
  field: Map<string, unknown>;
  forID: string;
  classNameWrapper: string;
  onChange: (value: unknown) => void;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
  getEntry?: () => Map<string, unknown> | undefined;
  isDisabled?: boolean;
}

/** What our inputs are given: plain values. */
export interface ViewProps<Value> {
  value: Value | undefined;
  /** Undefined empties the field. */
  change: (value: Value | undefined) => void;
  field: DecapField;
  /** Of what the field’s label belongs to. */
  id: string;
  /** Decap’s frame around a field. */
  frame: string;
  /** For whatever can be focused: the field’s frame shows it. */
  focus: { onFocus: () => void; onBlur: () => void };
  /** Says that what stands in the inputs cannot be kept, so that nothing is saved without it unseen; undefined takes it back. */
  report: (problem: string | undefined) => void;
  entry: { collection: string; slug: string };
}

const plain = (value: unknown): unknown => (isImmutable(value) ? (value as Map<string, unknown>).toJS() : value);

/** One of our inputs as a control for Decap, which wants a component of a class and keeps lists and groups as Immutable. */
export function control<Value>(View: ComponentType<ViewProps<Value>>): ComponentType<DecapControlProps> {
  return class Control extends Component<DecapControlProps> {
    static displayName = `Control(${View.displayName ?? View.name})`;
    #problem: string | undefined;

    isValid = () => (this.#problem === undefined ? true : { error: { type: 'CUSTOM', message: this.#problem } });
    report = (problem: string | undefined) => {
      this.#problem = problem;
    };
    change = (value: Value | undefined) => this.props.onChange(fromJS(value));

    override shouldComponentUpdate(next: DecapControlProps): boolean {
      const { value, field, classNameWrapper, isDisabled } = this.props;
      return value !== next.value || field !== next.field || classNameWrapper !== next.classNameWrapper || isDisabled !== next.isDisabled;
    }

    override render() {
      const { value, field, forID, classNameWrapper, setActiveStyle, setInactiveStyle, getEntry } = this.props;
      const entry = getEntry?.();
      return (
        <View
          value={(plain(value) ?? undefined) as Value | undefined}
          change={this.change}
          field={plain(field) as DecapField}
          id={forID}
          frame={classNameWrapper}
          focus={{ onFocus: setActiveStyle, onBlur: setInactiveStyle }}
          report={this.report}
          entry={{ collection: String(entry?.get('collection') ?? ''), slug: String(entry?.get('slug') ?? '') }}
        />
      );
    }
  };
}
