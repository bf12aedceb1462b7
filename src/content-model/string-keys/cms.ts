/** What the CMS's server answers, whoever asks: refusals of a request. Its pages have their texts in files beside this one. */
export const cmsKeys = {
  'cms.refused.signin': 'CMS, answer to a request of somebody who is not signed in',
  'cms.refused.passkey': 'CMS, answer where the passkey is still missing in this session',
  'cms.refused.role': 'CMS, answer where the person’s role does not allow it',
  'cms.refused.origin': 'CMS, answer to a request that another site sent',
  'cms.refused.json': 'CMS, answer to a request that is not JSON, or not of the shape that is asked for',
  'cms.refused.size': 'CMS, answer to a request that is too large; {most} is a size such as 20 MB',
  'cms.refused.often': 'CMS, answer to too many requests; {seconds} is how long to wait',
  'cms.refused.path': 'CMS, answer where a path, language or slug is not one that can be',
  'cms.refused.missing': 'CMS, answer where an entry or draft is not there',
  'cms.refused.stale': 'CMS, answer where somebody else saved in the meantime',
  'cms.refused.status': 'CMS, answer where a draft is not in the state that this needs',
  'cms.refused.wrong': 'CMS, answer where checks found something wrong; {count} problems follow',
  'cms.refused.picture': 'CMS, answer where a picture cannot be taken; {name} is its name, {reason} the reason',
  'cms.refused.full': 'CMS, answer where the server’s disk is full',
  'cms.refused.busy': 'CMS, answer where the server cannot write now, or is being stopped',
  'cms.refused.broken': 'CMS, answer where something went wrong in the server',
} as const;
