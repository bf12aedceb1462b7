import { betweenActions } from './decap-actions.ts';

interface Validation {
  uniquefieldId: string;
  errors: readonly { type: string }[];
}

/**
 * Decap saves nothing as long as a required field is empty; somebody who writes on a phone in the tram has to be able to stop in the middle. The server keeps
 * what is not complete and says what is missing, so here an empty field is no error; what is filled in wrongly still is.
 */
export function letIncompleteDraftsBeSaved(): void {
  betweenActions((action, pass) => {
    if (action.type !== 'DRAFT_VALIDATION_ERRORS') return pass(action);
    const { errors, ...payload } = action.payload as Validation;
    return pass({ ...action, payload: { ...payload, errors: errors.filter(({ type }) => type !== 'PRESENCE') } });
  });
}
