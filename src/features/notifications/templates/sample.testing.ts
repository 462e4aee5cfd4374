import type { TemplateData, TemplateName } from './template-data.js';

/** A letter with its data, whatever letter it is. */
export type AnySample = { [N in TemplateName]: { readonly template: N; readonly data: TemplateData[N] } }[TemplateName];
