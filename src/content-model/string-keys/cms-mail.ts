/** Mails of the CMS: one text a paragraph, {link} alone on its line. The lines about the link and the address are put together in cms/server/auth/letters.ts. */
export const cmsMailKeys = {
  'cms.mail.hello': 'mails of the CMS, first line; {name} is the reader’s name',
  'cms.mail.link.subject': 'mail with a link to sign in, its subject; {site} is the name of the site',
  'cms.mail.link.text':
    'mail with a link to sign in; {site} is the name of the site, {minutes} how long the link works (10); the link follows on a line of its own',
  'cms.mail.link.unasked': 'mail with a link to sign in, last paragraph: what to do when one did not ask for it',
  'cms.mail.invitation.subject': 'mail that invites somebody to write, its subject; {site} is the name of the site',
  'cms.mail.invitation.by': 'mail that invites somebody; {by} is the name of who invites, {site} the name of the site',
  'cms.mail.invitation.text': 'mail that invites somebody, where nobody in particular does; {site} is the name of the site',
  'cms.mail.invitation.how':
    'mail that invites somebody: what to do; {email} is the reader’s address; the link to the sign-in page follows on a line of its own',
  'cms.mail.invitation.passkey': 'mail that invites somebody who needs a passkey: what that is',
  'cms.mail.invitation.unknown': 'mail that invites somebody, last paragraph: what to do when one knows nothing of it',
} as const;
