import { DecapCmsCore as CMS } from 'decap-cms-core';
import BooleanWidget from 'decap-cms-widget-boolean';
import NumberWidget from 'decap-cms-widget-number';
import ObjectWidget from 'decap-cms-widget-object';
import SelectWidget from 'decap-cms-widget-select';
import TextWidget from 'decap-cms-widget-text';
import './theme.css';
import './theme-rtl.css';
import './theme-narrow.css';
import './admin.css';
import { asControl } from './as-control.tsx';
import { DoorstepBackend, keepQuietAboutDecisions } from './backend.ts';
import { showBar } from './bar.ts';
import { registerDecapLocale } from './decap-locale.ts';
import { letIncompleteDraftsBeSaved } from './drafts-without-everything.ts';
import { formats } from './format/formats.ts';
import { holdStillWhileSaving } from './hold-still.ts';
import { listByKeyboard } from './list-by-keyboard.tsx';
import { mendDecap } from './mend-decap.ts';
import { saveByKeyboard } from './save-by-keyboard.ts';
import { TextLineControl } from './text-line-control.tsx';
import { offerLocalBackupsLast } from './local-backup.ts';
import { forgetDraftsOfOthers } from './local-drafts.ts';
import { giveSlugs } from './new-entries.ts';
import { watchForSecondTab } from './open-twice.ts';
import { pageData } from './page-data.ts';
import { Pane } from './pane.tsx';
import { preferPane } from './prefer-pane.ts';
import { RichTextControl } from './rich-text/rich-text-control.tsx';
import { widgets } from './widgets/index.ts';

interface ConfiguredCollection {
  name: string;
}

/** Puts Decap together out of its own parts and ours, and starts it with the configuration that came with the page. */
async function start(): Promise<void> {
  const { config } = pageData();
  // Decap's own board lists drafts without what one decides by; ours does.
  if (location.hash.startsWith('#/workflow')) return location.replace('/desk');
  await forgetDraftsOfOthers();
  preferPane();
  showBar();
  mendDecap();
  saveByKeyboard();
  watchForSecondTab();
  await registerDecapLocale();

  const decapWidgets = [TextWidget, NumberWidget, BooleanWidget, SelectWidget, ObjectWidget];
  CMS.registerWidget([...decapWidgets.map(({ Widget }) => Widget()), listByKeyboard()] as never);
  for (const { name, controlComponent, ...more } of widgets)
    CMS.registerWidget([{ name, controlComponent: asControl(controlComponent as never), ...more }] as never);
  CMS.registerWidget('string', asControl(TextLineControl as never) as never);
  CMS.registerWidget('doorstep-text', asControl(RichTextControl as never) as never);
  for (const [name, format] of Object.entries(formats)) CMS.registerCustomFormat(name, format.extension, format as never);
  CMS.registerBackend('doorstep', DoorstepBackend as never);
  for (const { name } of config['collections'] as readonly ConfiguredCollection[]) CMS.registerPreviewTemplate(name, Pane as never);
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) CMS.registerPreviewStyle(sheet.href);
  giveSlugs(CMS);
  letIncompleteDraftsBeSaved();
  keepQuietAboutDecisions();
  offerLocalBackupsLast();
  holdStillWhileSaving();
  CMS.init({ config: config as never });
}

void start();
