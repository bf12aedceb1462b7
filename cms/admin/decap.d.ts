/** What we use of Decap beyond the types its packages bring. The versions are pinned, and a browser test uses each of these. */
declare module 'decap-cms-core/dist/esm/redux' {
  import type { Map } from 'immutable';
  export const store: {
    dispatch: (action: unknown) => unknown;
    getState: () => { entryDraft: Map<string, unknown>; collections: Map<string, unknown> };
    subscribe: (listener: () => void) => () => void;
  };
}
declare module 'decap-cms-core/dist/esm/actions/editorialWorkflow' {
  export function loadUnpublishedEntry(collection: unknown, slug: string): unknown;
}
declare module 'decap-cms-backend-proxy' {
  export class ProxyBackend {
    constructor(config: object, options?: object);
    persistEntry(entry: unknown, options: unknown): Promise<unknown>;
    request(payload: { action: string; params?: object }): Promise<unknown>;
  }
}
declare module 'decap-cms-lib-util' {
  export const localForage: { removeItem: (key: string) => Promise<void>; clear: () => Promise<void> };
  export class EditorialWorkflowError extends Error {
    constructor(message: string, notUnderEditorialWorkflow: boolean);
  }
}
declare module 'decap-cms-locales/dist/esm/*' {
  const phrases: object;
  export default phrases;
}
declare module 'decap-cms-widget-*' {
  const widget: { Widget: (options?: object) => object };
  export default widget;
}
