import type { Locale, TemplateData } from '../mail.ts';
import type { Letter } from './letter.ts';

type AccountTemplate = Exclude<keyof TemplateData, 'invitation' | 'client-link'>;
type Letters = { [Name in AccountTemplate]: (data: TemplateData[Name]) => Letter };

const hello = (word: string, name: string): string => (name.trim() === '' ? `${word},` : `${word} ${name.trim()},`);

const en: Letters = {
  'verify-email': ({ name, url }) => ({
    subject: 'Confirm your address',
    heading: 'Confirm your address',
    paragraphs: [hello('Hello', name), 'One step is left: tell us that this address is yours.'],
    action: { label: 'Confirm address', url },
    note: 'If you did not sign up, leave this mail. Nothing happens.',
  }),
  'sign-in-link': ({ name, url }) => ({
    subject: 'Your sign-in link',
    heading: 'Your sign-in link',
    paragraphs: [hello('Hello', name), 'This link signs you in once, and only for a short time.'],
    action: { label: 'Sign in', url },
    note: 'If you did not ask for it, leave this mail. Nobody gets in without it.',
  }),
  'no-account': ({ url }) => ({
    subject: 'There is no account for this address',
    heading: 'There is no account for this address',
    paragraphs: [
      'Somebody asked for a link to sign in with this address. If it was you, make an account, or try another address of yours.',
    ],
    action: { label: 'Make an account', url },
    note: 'If it was not you, leave this mail. Nothing happens.',
  }),
  'account-exists': ({ name, url }) => ({
    subject: 'You have an account already',
    heading: 'You have an account already',
    paragraphs: [hello('Hello', name), 'Somebody signed up with this address, which has an account. If it was you, sign in instead.'],
    action: { label: 'Sign in', url },
    note: 'If it was not you, leave this mail. Your account stays as it is.',
  }),
  'reset-password': ({ name, url }) => ({
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    paragraphs: [hello('Hello', name), 'With this link you can choose a new password. It works once, and only for a short time.'],
    action: { label: 'Choose a new password', url },
    note: 'If you did not ask for it, leave this mail. Your password stays as it is.',
  }),
  'password-changed': ({ name, url }) => ({
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    paragraphs: [hello('Hello', name), 'If that was you, there is nothing to do. If it was not, choose a new password now.'],
    action: { label: 'Choose a new password', url },
  }),
  'confirm-email-change': ({ name, newEmail, url }) => ({
    subject: 'Change your address?',
    heading: 'Change your address?',
    paragraphs: [hello('Hello', name), `Your account is to move to ${newEmail}. Confirm it here; after that we ask the new address, too.`],
    action: { label: 'Confirm the change', url },
    note: 'If you did not ask for it, do not confirm, and change your password.',
  }),
};

const es: Letters = {
  'verify-email': ({ name, url }) => ({
    subject: 'Confirma tu dirección',
    heading: 'Confirma tu dirección',
    paragraphs: [hello('Hola', name), 'Solo falta un paso: dinos que esta dirección es tuya.'],
    action: { label: 'Confirmar dirección', url },
    note: 'Si no te has registrado, ignora este correo. No pasará nada.',
  }),
  'sign-in-link': ({ name, url }) => ({
    subject: 'Tu enlace para entrar',
    heading: 'Tu enlace para entrar',
    paragraphs: [hello('Hola', name), 'Con este enlace entras una vez, y solo durante poco tiempo.'],
    action: { label: 'Entrar', url },
    note: 'Si no lo has pedido, ignora este correo. Sin él no entra nadie.',
  }),
  'no-account': ({ url }) => ({
    subject: 'No hay ninguna cuenta con esta dirección',
    heading: 'No hay ninguna cuenta con esta dirección',
    paragraphs: [
      'Alguien ha pedido un enlace para entrar con esta dirección. Si has sido tú, crea una cuenta o prueba con otra dirección.',
    ],
    action: { label: 'Crear una cuenta', url },
    note: 'Si no has sido tú, ignora este correo. No pasará nada.',
  }),
  'account-exists': ({ name, url }) => ({
    subject: 'Ya tienes una cuenta',
    heading: 'Ya tienes una cuenta',
    paragraphs: [
      hello('Hola', name),
      'Alguien se ha registrado con esta dirección, que ya tiene una cuenta. Si has sido tú, entra con ella.',
    ],
    action: { label: 'Entrar', url },
    note: 'Si no has sido tú, ignora este correo. Tu cuenta sigue igual.',
  }),
  'reset-password': ({ name, url }) => ({
    subject: 'Elige una contraseña nueva',
    heading: 'Elige una contraseña nueva',
    paragraphs: [hello('Hola', name), 'Con este enlace puedes elegir una contraseña nueva. Sirve una vez, y solo durante poco tiempo.'],
    action: { label: 'Elegir contraseña', url },
    note: 'Si no lo has pedido, ignora este correo. Tu contraseña sigue igual.',
  }),
  'password-changed': ({ name, url }) => ({
    subject: 'Tu contraseña ha cambiado',
    heading: 'Tu contraseña ha cambiado',
    paragraphs: [hello('Hola', name), 'Si has sido tú, no tienes que hacer nada. Si no, elige ahora una contraseña nueva.'],
    action: { label: 'Elegir contraseña', url },
  }),
  'confirm-email-change': ({ name, newEmail, url }) => ({
    subject: '¿Cambiar tu dirección?',
    heading: '¿Cambiar tu dirección?',
    paragraphs: [hello('Hola', name), `Tu cuenta va a pasar a ${newEmail}. Confírmalo aquí; después preguntaremos a la dirección nueva.`],
    action: { label: 'Confirmar el cambio', url },
    note: 'Si no lo has pedido, no confirmes y cambia tu contraseña.',
  }),
};

/** The mails about a person's account. */
export const accountLetters: Record<Locale, Letters> = { en, es };
