import { BROWSER_SCRIPT } from './browser/script.ts';
import type { PackedData } from './data.ts';
import { type Html, html } from './escape.ts';
import { plotlyBundle, scriptHash } from './plotly-bundle.ts';
import { STYLES } from './styles.ts';

/** A whole page in one file: nothing is fetched, and no script runs but ours and the chart library. */
export async function documentOf(title: string, body: Html, data: PackedData): Promise<string> {
  const library = await plotlyBundle();
  const policy = [
    "default-src 'none'",
    `script-src ${scriptHash(BROWSER_SCRIPT)} ${library.hash}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = html`<title>${title}</title>`;
  return [
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n',
    head.text,
    `\n<style>${STYLES}</style>\n</head>\n<body>\n`,
    body.text,
    '\n<script type="text/plain" id="data">',
    data.text,
    '</script>\n<script type="text/plain" id="plotly">',
    library.packed,
    '</script>\n<script>',
    BROWSER_SCRIPT,
    '</script>\n</body>\n</html>\n',
  ].join('');
}
