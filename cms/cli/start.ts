import { runServer } from './run-server.ts';

// Serves the site and its editor until it is stopped.
if (process.argv.length > 2) {
  console.error('npm start takes no options: it is set up by variables, such as PORT=4400 CMS_PORT=4401 npm start');
  process.exit(1);
}
await runServer();
