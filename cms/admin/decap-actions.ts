import { store } from 'decap-cms-core/dist/esm/redux';

/** An action of Decap's store, of those that are looked at here. */
export interface DecapAction {
  type: string;
  payload?: unknown;
}
const isPlain = (action: unknown): action is DecapAction => typeof action === 'object' && action !== null && 'type' in action;

/** Puts something between Decap and its store: `between` passes on what is to happen, as it is or changed, now or later. Also what Decap's own thunks dispatch comes by. */
export function betweenActions(between: (action: DecapAction, pass: (action: DecapAction) => unknown) => unknown): void {
  const dispatch = store.dispatch.bind(store);
  store.dispatch = (action) => {
    if (typeof action === 'function')
      return dispatch((_own: unknown, ...rest: unknown[]) => (action as (...given: unknown[]) => unknown)(store.dispatch, ...rest));
    return isPlain(action) ? between(action, dispatch) : dispatch(action);
  };
}
