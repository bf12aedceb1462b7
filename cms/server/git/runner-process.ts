import { runProgram, type ProgramRun } from './run-program.ts';

// Starts git for the server. A process that starts another one is copied first, and the server is large: it stood still for 12 ms each time,
// five times a save. This one is small. It ends with the server.

process.on('disconnect', () => process.exit(0));
// Who stops the server from a terminal stops its group: what is being written is written to its end.
process.on('SIGINT', () => undefined);
process.on('message', ({ id, run }: { id: number; run: ProgramRun }) => {
  void runProgram(run).then((result) => process.send?.({ id, result }));
});
