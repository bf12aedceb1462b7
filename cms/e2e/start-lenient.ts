import { runServer } from '../cli/run-server.ts';
import { lenientLimits } from '../server/http/limits.ts';

// `npm start` for tests that do a day's work in a minute: the same but for the limits on how often something may be done.
await runServer({ limits: lenientLimits });
