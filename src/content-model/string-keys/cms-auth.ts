/** What the CMS answers where people, sessions and passkeys are concerned. */
export const cmsAuthKeys = {
  'cms.refused.administrator': 'CMS, answer where a change would leave nobody who is an administrator',
  'cms.refused.address': 'CMS, answer where what was given is no e-mail address',
  'cms.refused.notpasskey': 'CMS, answer where a passkey was not accepted, or its time was over',
  'cms.refused.fresh': 'CMS, answer where a passkey is to be added and signing in was more than a day ago',
} as const;
