/** Colours of the house, in light; the dark ones stand in the rules below. */
const ink = '#2a1b29';
const soft = '#5c4c5a';
const heide = '#6b2a5e';
const font = "Onest,system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const card = 'border:1px solid #dfd5cc;border-radius:16px;padding:24px 20px';

/** Styles on the elements themselves, because many mail programs drop everything else. */
export const look = {
  paper: `margin:0;padding:0;background:#faf7f2;color:${ink};font-family:${font};font-size:18px;line-height:1.5`,
  preview: 'display:none;max-height:0;overflow:hidden;opacity:0',
  sheet: 'max-width:600px;margin:0 auto;padding:16px',
  brand: 'margin:0 0 16px;padding:14px 20px;background:#3d1937;color:#ffffff;border-radius:16px;font-weight:700',
  example: `margin:0 0 16px;padding:10px 20px;background:#fdf1d3;color:${ink};border-radius:10px;font-size:16px`,
  card: `background:#ffffff;${card}`,
  title: `margin:0 0 16px;color:${ink};font-size:26px;line-height:1.25;font-weight:700`,
  heading: `margin:28px 0 8px;color:${ink};font-size:20px;line-height:1.3;font-weight:650`,
  text: 'margin:0 0 12px',
  facts: 'margin:0 0 16px',
  factLabel: `margin:0;color:${soft};font-size:16px`,
  factValue: 'margin:0 0 10px;font-weight:600',
  list: 'margin:0 0 12px;padding-left:24px',
  item: 'margin:0 0 6px',
  quoteBy: `margin:0 0 4px;color:${soft};font-size:16px`,
  quote: `margin:0 0 16px;padding:12px 16px;background:#f4e8f1;border-left:4px solid ${heide};border-radius:6px`,
  action: 'margin:20px 0',
  button:
    'display:block;padding:18px 24px;background:#15573f;color:#ffffff;border-radius:10px;font-size:20px;font-weight:650;text-align:center;text-decoration:none',
  link: `color:${heide};text-decoration:underline`,
  code: 'margin:16px 0;padding:16px;background:#f4e8f1;border-radius:10px;font-size:32px;font-weight:700;letter-spacing:6px;text-align:center',
  person: 'margin:24px 0 12px;padding:16px;background:#f2ece4;border-radius:10px',
  personLead: 'margin:0 0 4px',
  personLine: 'margin:0 0 4px',
  footer: `padding:16px 20px;color:${soft};font-size:15px`,
  footerLine: 'margin:0 0 6px',
} as const;

/** For programs that read a style sheet: the same letter on a dark ground. */
export const darkRules = `@media (prefers-color-scheme:dark){
.zb-paper{background:#1a131a!important;color:#f6eff3!important}
.zb-card{background:#251c25!important;border-color:#4a3c48!important}
.zb-ink{color:#f6eff3!important}
.zb-soft{color:#cbbdc7!important}
.zb-quote{background:#3a2a38!important;color:#f6eff3!important}
.zb-example{background:#4a3a10!important;color:#f6eff3!important}
.zb-link{color:#e9b3db!important}
.zb-button{background:#86d3ab!important;color:#10231a!important}
}`;
