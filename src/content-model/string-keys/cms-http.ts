/** Mails with which the CMS's server tells people what became of a release. */
export const cmsHttpKeys = {
  'cms.mail.refused.subject': 'mail to whoever published something that was put back, its subject; {site} is the name of the site',
  'cms.mail.refused.text': 'mail to whoever published something that was put back, before the list of what was wrong',
  'cms.mail.refused.how': 'mail to whoever published something that was put back, after that list; the address of the editor follows',
  'cms.mail.failed.subject': 'mail to administrators where no release can be made, its subject; {site} is the name of the site',
  'cms.mail.failed.text': 'mail to administrators where no release can be made; the address of the status page follows',
} as const;
