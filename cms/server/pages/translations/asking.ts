import type { Api } from '../../protocol/create-api.ts';
import { personOf, type Visit } from '../visit.ts';

/** The protocol, as pages use it: whoever visits asks, with the rights they have. */
export interface Asking {
  answer: Api['answer'];
}

/** What the protocol answers to whoever visits. Throws its refusals. */
export const ask = async <T>({ answer }: Asking, visit: Visit, action: string, params: object): Promise<T> =>
  (await answer({ signedIn: { person: personOf(visit) }, body: { action, params }, key: undefined })) as T;
