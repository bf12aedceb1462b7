import type { Reference } from '../../src/content-model/field.ts';

/** A choice of a field: its value in the file, and what a person reads. */
export interface Choice {
  value: string;
  label: string;
}

/** A field of a form, as Decap reads it; the widgets whose names begin with `doorstep-` are ours. */
export interface DecapField {
  name: string;
  label: string;
  widget: string;
  hint?: string;
  /** Without it the entry cannot be published; a draft can be saved all the same. What is not required is called optional in its label. */
  required?: boolean;
  /** What a text must look like, and a sentence that says so. */
  pattern?: readonly [string, string];
  default?: string;
  min?: number;
  max?: number;
  value_type?: 'int' | 'float';
  options?: readonly Choice[];
  multiple?: boolean;
  collapsed?: boolean;
  summary?: string;
  allow_reorder?: boolean;
  field?: DecapField;
  fields?: readonly DecapField[];
  types?: readonly DecapField[];

  /** `doorstep-reference`: what is referred to; `only` these, where a person may choose no others. */
  reference?: Reference;
  only?: readonly string[];
  /** `doorstep-localised`: the languages of the site. */
  languages?: readonly { id: string; name: string }[];
  /** `doorstep-day`: a word that may stand instead of a day. */
  instead?: Choice;
  /** An empty text means something, and is kept. */
  keep_empty?: boolean;
  /** `doorstep-strings`: each text of the interface, and where it appears, in the order in which they are declared. */
  keys?: readonly (readonly [key: string, where: string])[];
}

export interface ViewFilter {
  label: string;
  field: string;
  pattern: string | boolean;
}

export interface ViewGroup {
  label: string;
  field: string;
  pattern?: string;
}

interface AnyCollection {
  name: string;
  label: string;
  label_singular?: string;
  description?: string;
  format: string;
  create?: boolean;
  delete: boolean;
  publish: boolean;
}

/** The entries of a collection in one language, originals or translations. */
export interface FolderCollection extends AnyCollection {
  folder: string;
  extension: 'mdx';
  slug: string;
  identifier_field: string;
  summary: string;
  sortable_fields: readonly { field: string; label?: string; default_sort?: 'asc' | 'desc' }[];
  view_filters?: readonly ViewFilter[];
  view_groups?: readonly ViewGroup[];
  fields: readonly DecapField[];
}

/** Single files, each with a form of its own. */
export interface FileCollection extends AnyCollection {
  /** What can stand beside the form, instead of what holds everywhere. */
  editor: DecapConfig['editor'];
  files: readonly { name: string; label: string; file: string; fields: readonly DecapField[] }[];
}

export type DecapCollection = FolderCollection | FileCollection;

/** Everything that `CMS.init({ config })` is given. */
export interface DecapConfig {
  backend: { name: 'doorstep' };
  load_config_file: false;
  publish_mode: 'editorial_workflow';
  locale: string;
  site_url: string;
  display_url: string;
  logo?: { src: string; show_in_header: boolean };
  show_preview_links: boolean;
  media_folder: string;
  public_folder: string;
  slug: { encoding: 'ascii'; clean_accents: boolean };
  editor: { preview: boolean; notes: boolean };
  collections: readonly DecapCollection[];
}
