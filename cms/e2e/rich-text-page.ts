import { Map } from 'immutable';
import { Component, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { RichTextControl } from '../admin/rich-text/rich-text-control.tsx';

/** What the test asks the page. */
export interface Field {
  value: string;
  /** As if the value came from elsewhere: a text that was kept in the browser. */
  set: (value: string) => void;
}

const field = { value: '', set: () => {} } as Field;
(globalThis as unknown as { field: Field }).field = field;

/** The field as Decap holds it: the value goes out and comes back in. */
class Page extends Component<object, { value: string }> {
  override state = { value: field.value };
  override componentDidMount() {
    field.set = (value) => this.#set(value);
  }
  readonly #set = (value: string): void => {
    field.value = value;
    this.setState({ value });
  };
  override render() {
    return createElement(
      'main',
      null,
      createElement('h1', null, 'Register'),
      createElement('label', { htmlFor: 'body' }, 'Body'),
      createElement(RichTextControl, {
        value: this.state.value,
        field: Map({ name: 'body', label: 'Body' }),
        forID: 'body',
        classNameWrapper: 'widget',
        onChange: this.#set as (value: unknown) => void,
        setActiveStyle: () => {},
        setInactiveStyle: () => {},
      }),
      createElement('button', { type: 'button' }, 'Save'),
    );
  }
}

createRoot(document.getElementById('root')!).render(createElement(Page));
