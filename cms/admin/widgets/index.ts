import type { ComponentType } from 'react';
import './widgets.css';
import { CircleControl } from './circle-control.tsx';
import { ColourControl } from './colour-control.tsx';
import type { DecapControlProps } from './control.tsx';
import { CountryControl } from './country-control.tsx';
import { DayControl } from './day-control.tsx';
import { LanguageControl } from './language-control.tsx';
import { LineControl } from './line-control.tsx';
import { LocalisedControl } from './localised-control.tsx';
import { PictureControl } from './picture-control.tsx';
import { ReferenceControl } from './reference-control.tsx';
import { SpokenControl } from './spoken-control.tsx';
import { StringsControl } from './strings-control.tsx';
import { ValueControl } from './value-control.tsx';
import { WhenControl } from './when-control.tsx';

export interface Widget {
  name: string;
  controlComponent: ComponentType<DecapControlProps>;
  schema?: object;
}

/** Our inputs, under the names that the configuration gives. */
export const widgets: readonly Widget[] = [
  { name: 'doorstep-circle', controlComponent: CircleControl },
  { name: 'doorstep-colour', controlComponent: ColourControl },
  { name: 'doorstep-country', controlComponent: CountryControl },
  { name: 'doorstep-day', controlComponent: DayControl },
  { name: 'doorstep-language', controlComponent: LanguageControl },
  { name: 'doorstep-line', controlComponent: LineControl },
  { name: 'doorstep-localised', controlComponent: LocalisedControl },
  { name: 'doorstep-picture', controlComponent: PictureControl },
  { name: 'doorstep-reference', controlComponent: ReferenceControl },
  { name: 'doorstep-spoken', controlComponent: SpokenControl },
  { name: 'doorstep-strings', controlComponent: StringsControl },
  { name: 'doorstep-value', controlComponent: ValueControl },
  { name: 'doorstep-when', controlComponent: WhenControl },
];
