import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { lineOfText, neighbourhoodCodeSchema } from '@app/contracts/http/primitives.js';
import { wholeTextOf } from '@app/features/associations/index.js';
import { AdministrationError } from './administration-error.js';

const districtsSchema = z
  .array(
    z.object({
      code: z.string().regex(/^WK\d{6}$/, 'Give the CBS code of a district, for example WK032700'),
      name: lineOfText(80),
      neighbourhoods: z
        .array(
          z.object({
            code: neighbourhoodCodeSchema,
            name: lineOfText(80),
            dwellings: z.int().min(0),
            longitude: z.number().min(-180).max(180),
            latitude: z.number().min(-90).max(90),
          }),
        )
        .min(1),
    }),
  )
  .min(1);

/** Districts (wijken) with their neighbourhoods (buurten), as in the file. */
export type Districts = z.output<typeof districtsSchema>;

/** @throws AdministrationError when the file cannot be read or is not about this municipality */
export async function readDistrictsFile(path: string, municipalityCode: string): Promise<Districts> {
  let text: string;
  try {
    text = await wholeTextOf(createReadStream(path));
  } catch (error) {
    throw new AdministrationError([
      `--districts: cannot read ${path} (${(error as NodeJS.ErrnoException).code ?? ''})`,
    ]);
  }
  return parseDistricts(text, municipalityCode);
}

/** @throws AdministrationError with every fault at once */
export function parseDistricts(text: string, municipalityCode: string): Districts {
  const parsed = districtsSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new AdministrationError(
      parsed.error.issues.map(({ path, message }) => `--districts: /${path.join('/')}: ${message}`),
    );
  }
  const faults = [...foreignCodes(parsed.data, municipalityCode), ...doubleCodes(parsed.data)];
  if (faults.length > 0) throw new AdministrationError(faults);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AdministrationError(['--districts: the file is not JSON. The help shows an example.']);
  }
}

/** CBS builds the code of a district from that of its municipality, and of a neighbourhood from that of its district. */
function foreignCodes(districts: Districts, municipalityCode: string): string[] {
  const digits = municipalityCode.slice(2);
  return districts.flatMap(({ code, neighbourhoods }) => [
    ...(code.startsWith(`WK${digits}`) ? [] : [`--districts: ${code} is not a district of ${municipalityCode}`]),
    ...neighbourhoods
      .filter((neighbourhood) => !neighbourhood.code.startsWith(`BU${code.slice(2)}`))
      .map((neighbourhood) => `--districts: ${neighbourhood.code} is not a neighbourhood of ${code}`),
  ]);
}

function doubleCodes(districts: Districts): string[] {
  const codes = districts.flatMap(({ code, neighbourhoods }) => [code, ...neighbourhoods.map((one) => one.code)]);
  const double = codes.filter((code, index) => codes.indexOf(code) < index);
  return [...new Set(double)].map((code) => `--districts: ${code} comes more than once`);
}
