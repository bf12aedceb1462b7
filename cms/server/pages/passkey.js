// The only script of these pages: it asks the browser for a passkey. Each button says in its data- attributes what it does, where it leads, and what can be said.

/** @param {string} text base64url */
const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
/** @param {ArrayBuffer} buffer */
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A sentence of the server, where it did not say yes. */
class Refused extends Error {}

/**
 * @param {string} path
 * @param {object} [body]
 */
async function ask(path, body) {
  const answer = await fetch(
    `/api/auth/passkey/${path}?lang=${document.documentElement.lang}`,
    body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {},
  );
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(told.error ?? '');
  return told;
}

/** @param {{ id: string, transports?: AuthenticatorTransport[] }[]} [list] */
const credentials = (list = []) =>
  list.map(({ id, transports }) => ({ id: bytesOf(id), type: /** @type {const} */ ('public-key'), ...(transports?.[0] && { transports }) }));

/** @param {string} name */
async function register(name) {
  const options = await ask('generate-register-options');
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: credentials(options.excludeCredentials),
    },
  });
  const { response, rawId, id, authenticatorAttachment } = /** @type {PublicKeyCredential & { response: AuthenticatorAttestationResponse }} */ (made);
  await ask('verify-registration', {
    name,
    response: {
      id,
      rawId: textOf(rawId),
      type: 'public-key',
      authenticatorAttachment,
      clientExtensionResults: {},
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        attestationObject: textOf(response.attestationObject),
        transports: response.getTransports(),
      },
    },
  });
}

/** @param {{ signal?: AbortSignal, mediation?: CredentialMediationRequirement }} [how] */
async function prove(how = {}) {
  const options = await ask('generate-authenticate-options');
  const found = await navigator.credentials.get({
    ...how,
    publicKey: { ...options, challenge: bytesOf(options.challenge), allowCredentials: credentials(options.allowCredentials) },
  });
  const { response, rawId, id, authenticatorAttachment } = /** @type {PublicKeyCredential & { response: AuthenticatorAssertionResponse }} */ (found);
  await ask('verify-authentication', {
    response: {
      id,
      rawId: textOf(rawId),
      type: 'public-key',
      authenticatorAttachment,
      clientExtensionResults: {},
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature),
        ...(response.userHandle && { userHandle: textOf(response.userHandle) }),
      },
    },
  });
}

/** What browsers throw, and what that means here. @type {Record<string, string>} */
const names = { InvalidStateError: 'known', SecurityError: 'address', NotAllowedError: 'cancelled', AbortError: 'cancelled', TypeError: 'offline' };

/**
 * @param {unknown} problem
 * @returns the name of what is to be said
 */
function nameOf(problem) {
  return names[/** @type {Error} */ (problem).name] ?? 'failed';
}

/** While the e-mail field waits for a passkey, no button can ask for one: pressing it ends the waiting. */
let waiting = new AbortController();

/** @param {HTMLElement} place */
async function offerInField(place) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  try {
    await prove({ mediation: 'conditional', signal: waiting.signal });
    location.assign(place.dataset.next ?? '/');
  } catch (problem) {
    // Whoever chose one that is refused is told; that none was chosen is nothing to speak of.
    if (problem instanceof Refused) saidAt(place).textContent = problem.message;
  }
}

/** Where problems are told. @param {HTMLElement} place */
const saidAt = (place) => /** @type {HTMLElement} */ (place.querySelector('[data-said]'));

/** @param {HTMLElement} place */
function bringToLife(place) {
  const { does, next = '/', named } = { does: place.dataset.passkey, ...place.dataset };
  const button = /** @type {HTMLButtonElement} */ (place.querySelector('button'));
  const said = saidAt(place);
  const field = /** @type {HTMLInputElement | null} */ (named ? document.getElementById(named) : null);
  place.querySelector('[data-missing]')?.remove();
  button.hidden = false;
  let busy = false;
  button.addEventListener('click', async () => {
    if (busy) return;
    busy = true;
    button.setAttribute('aria-busy', 'true');
    said.textContent = '';
    waiting.abort();
    waiting = new AbortController();
    try {
      await (does === 'register' ? register(field?.value.trim() || field?.defaultValue || '') : prove());
      location.assign(next);
    } catch (problem) {
      said.textContent = (problem instanceof Refused && problem.message) || place.dataset[nameOf(problem)] || place.dataset['failed'] || '';
    } finally {
      busy = false;
      button.removeAttribute('aria-busy');
    }
  });
}

if ('PublicKeyCredential' in globalThis) {
  for (const hidden of document.querySelectorAll('[data-needs-script]')) hidden.removeAttribute('hidden');
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-passkey]'))) {
    bringToLife(place);
    if (place.dataset['passkey'] === 'sign-in') void offerInField(place);
  }
}
