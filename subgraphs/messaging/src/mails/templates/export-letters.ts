import type { Locale } from '@atelier/service-kit/words';
import type { TemplateData } from '../mail.ts';
import { hello, type Letter, moment } from './letter.ts';

type Letters = { 'export-ready': (data: TemplateData['export-ready']) => Letter };

/** The mails about exports. */
export const exportLetters: Record<Locale, Letters> = {
  en: {
    'export-ready': ({ name, expiresAt, url }) => ({
      subject: 'Your export is ready',
      heading: 'Your export is ready',
      paragraphs: [
        hello('Hello', name),
        `The file can be downloaded until ${moment('en', expiresAt)}. It holds everything that you asked for: keep it where nobody else reads it.`,
      ],
      action: { label: 'To the export', url },
      note: 'If you did not ask for it, choose a new password now. Nobody gets the file without signing in.',
    }),
  },
  es: {
    'export-ready': ({ name, expiresAt, url }) => ({
      subject: 'Tu exportación está lista',
      heading: 'Tu exportación está lista',
      paragraphs: [
        hello('Hola', name),
        `El archivo se puede descargar hasta el ${moment('es', expiresAt)}. Contiene todo lo que has pedido: guárdalo donde nadie más lo lea.`,
      ],
      action: { label: 'Ver la exportación', url },
      note: 'Si no la has pedido, elige ahora una contraseña nueva. Nadie recibe el archivo sin entrar.',
    }),
  },
};
