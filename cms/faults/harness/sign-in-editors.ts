import { openSession } from '../../server/auth/open-session.ts';
import { peopleIn } from '../../server/auth/people.ts';
import { dataFolderAt } from '../../server/data-folder.ts';
import { openDatabase } from '../../server/database.ts';
import type { Visitor } from './cms-client.ts';

/** What the campaign's servers sign cookies with, so that a session goes on after a crash. */
export const campaignSecret = 'a secret of the campaign that nobody needs to guess';

/** Signs people in past all signing in, into the database of a data folder: an administrator, and then editors. */
export async function signInEditors(data: string, count: number): Promise<Visitor[]> {
  const database = openDatabase(dataFolderAt(data).database);
  try {
    const people = peopleIn(database);
    const visitors: Visitor[] = [];
    for (let number = 0; number < count; number++) {
      const role = number === 0 ? 'administrator' : 'editor';
      const { id } = people.add({ email: `writer-${number}@campaign.example`, name: `Writer ${number}`, role, desks: [], lang: 'en' });
      const cookie = await openSession({ database, origin: 'http://cms.localhost', secret: campaignSecret, person: id, strength: 'passkey' });
      visitors.push({ id, cookie });
    }
    return visitors;
  } finally {
    database.close();
  }
}
