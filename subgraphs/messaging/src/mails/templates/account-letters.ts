import type { Locale } from '@atelier/service-kit/words';
import type { TemplateData } from '../mail.ts';
import { exportLetters } from './export-letters.ts';
import { leavingLetters } from './leaving-letters.ts';
import { hello, type Letter, moment } from './letter.ts';
import { ownershipLetters } from './ownership-letters.ts';

type AccountTemplate = Exclude<keyof TemplateData, 'invitation' | 'client-link'>;
type Letters = { [Name in AccountTemplate]: (data: TemplateData[Name]) => Letter };

const changes = {
  en: {
    'app-added': 'An authenticator app was added. From now on signing in asks for its code.',
    'app-removed': 'Your authenticator app was taken off. Signing in no longer asks for its code.',
    'codes-renewed': 'You have new recovery codes. The old ones no longer work.',
    'passkey-added': 'A passkey was added. It signs in without a password.',
    'passkey-removed': 'A passkey was removed. It no longer signs in.',
  },
  es: {
    'app-added': 'Se ha añadido una aplicación de autenticación. Desde ahora, al entrar se pide su código.',
    'app-removed': 'Se ha quitado tu aplicación de autenticación. Al entrar ya no se pide su código.',
    'codes-renewed': 'Tienes códigos de recuperación nuevos. Los anteriores ya no sirven.',
    'passkey-added': 'Se ha añadido una llave de acceso. Con ella se entra sin contraseña.',
    'passkey-removed': 'Se ha quitado una llave de acceso. Ya no sirve para entrar.',
  },
} as const;

const en: Letters = {
  'verify-email': ({ url }) => ({
    subject: 'Confirm your address',
    heading: 'Confirm your address',
    paragraphs: [hello('Hello', ''), 'One step is left: tell us that this address is yours.'],
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
  'account-exists': ({ url }) => ({
    subject: 'You have an account already',
    heading: 'You have an account already',
    paragraphs: [hello('Hello', ''), 'Somebody signed up with this address, which has an account. If it was you, sign in instead.'],
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
  'security-changed': ({ name, change, url }) => ({
    subject: 'How you sign in was changed',
    heading: 'How you sign in was changed',
    paragraphs: [
      hello('Hello', name),
      changes.en[change],
      'If that was you, there is nothing to do. If it was not, choose a new password now.',
    ],
    action: { label: 'Choose a new password', url },
  }),
  'app-token-replayed': ({ name, appName, url }) => ({
    subject: `We ended what ${appName} could do for you`,
    heading: `We ended what ${appName} could do for you`,
    paragraphs: [
      hello('Hello', name),
      `Something that only ${appName} should know was used a second time. That is a fault of the app, or somebody else has it, so the app no longer acts for you.`,
      'If you trust it, connect it again. If you do not, remove it from your account.',
    ],
    action: { label: 'See your apps', url },
  }),
  'proof-code': ({ name, code }) => ({
    subject: 'Your code',
    heading: 'Your code',
    paragraphs: [
      hello('Hello', name),
      'Something is about to change that could take your account away, so we ask whether it is you. Type this code where you are asked for it:',
      code,
      'It works once, for 10 minutes, and only where you asked for it.',
    ],
    note: 'If you did not ask for it, somebody is at a screen on which you are signed in. Sign that device out in your settings.',
  }),
  'new-device': ({ name, device, address, at, url }) => ({
    subject: 'You signed in on a new device',
    heading: 'You signed in on a new device',
    paragraphs: [
      hello('Hello', name),
      `${device}, at ${moment('en', at)}${address === '' ? '' : `, from the network address ${address}`}.`,
      'If that was you, there is nothing to do. If it was not, end it here and choose a new password.',
    ],
    action: { label: 'It was not me', url },
    note: 'The link works for 7 days, without signing in.',
  }),
  'recovery-started': ({ name, readyAt, url, cancelUrl }) => ({
    subject: 'Somebody asks to sign in without your second step',
    heading: 'Somebody asks to sign in without your second step',
    paragraphs: [
      hello('Hello', name),
      `Somebody who knows your password, or reads your mail, says that every device and code for the second step is lost. From ${moment('en', readyAt)} on, the button below takes the second step off your account.`,
      'Before that time the button does nothing. Signing in with the second step stops it, too.',
    ],
    action: { label: 'Take the second step off', url },
    note: `If it was not you, stop it now, and choose a new password: ${cancelUrl}`,
  }),
  'recovery-done': ({ name, url }) => ({
    subject: 'Your second step was taken off',
    heading: 'Your second step was taken off',
    paragraphs: [
      hello('Hello', name),
      'Your account has no authenticator app, no recovery codes and no passkeys any more. Everywhere you were signed in, you are signed out.',
      'Sign in, and set a second step up again. If it was not you, choose a new password now.',
    ],
    action: { label: 'Choose a new password', url },
  }),
  'confirm-email-change': ({ name, newEmail, url }) => ({
    subject: 'Change your address?',
    heading: 'Change your address?',
    paragraphs: [hello('Hello', name), `Your account is to move to ${newEmail}. Confirm it here; after that we ask the new address, too.`],
    action: { label: 'Confirm the change', url },
    note: 'If you did not ask for it, do not confirm, and change your password.',
  }),
  ...exportLetters.en,
  ...leavingLetters.en,
  ...ownershipLetters.en,
};

const es: Letters = {
  'verify-email': ({ url }) => ({
    subject: 'Confirma tu dirección',
    heading: 'Confirma tu dirección',
    paragraphs: [hello('Hola', ''), 'Solo falta un paso: dinos que esta dirección es tuya.'],
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
  'account-exists': ({ url }) => ({
    subject: 'Ya tienes una cuenta',
    heading: 'Ya tienes una cuenta',
    paragraphs: [
      hello('Hola', ''),
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
  'security-changed': ({ name, change, url }) => ({
    subject: 'Ha cambiado tu forma de entrar',
    heading: 'Ha cambiado tu forma de entrar',
    paragraphs: [
      hello('Hola', name),
      changes.es[change],
      'Si has sido tú, no tienes que hacer nada. Si no, elige ahora una contraseña nueva.',
    ],
    action: { label: 'Elegir contraseña', url },
  }),
  'app-token-replayed': ({ name, appName, url }) => ({
    subject: `Hemos terminado lo que ${appName} podía hacer por ti`,
    heading: `Hemos terminado lo que ${appName} podía hacer por ti`,
    paragraphs: [
      hello('Hola', name),
      `Algo que solo ${appName} debería saber se ha usado por segunda vez. Es un fallo de la aplicación, o alguien más lo tiene; por eso ya no actúa por ti.`,
      'Si confías en ella, vuelve a conectarla. Si no, quítala de tu cuenta.',
    ],
    action: { label: 'Ver tus aplicaciones', url },
  }),
  'proof-code': ({ name, code }) => ({
    subject: 'Tu código',
    heading: 'Tu código',
    paragraphs: [
      hello('Hola', name),
      'Está a punto de cambiar algo que podría quitarte la cuenta, así que preguntamos si eres tú. Escribe este código donde se te pide:',
      code,
      'Sirve una vez, durante 10 minutos, y solo donde lo has pedido.',
    ],
    note: 'Si no lo has pedido, alguien está ante una pantalla en la que tienes la sesión abierta. Ciérrala en tus ajustes.',
  }),
  'new-device': ({ name, device, address, at, url }) => ({
    subject: 'Has entrado desde un dispositivo nuevo',
    heading: 'Has entrado desde un dispositivo nuevo',
    paragraphs: [
      hello('Hola', name),
      `${device}, el ${moment('es', at)}${address === '' ? '' : `, desde la dirección de red ${address}`}.`,
      'Si has sido tú, no tienes que hacer nada. Si no, ciérralo aquí y elige una contraseña nueva.',
    ],
    action: { label: 'No he sido yo', url },
    note: 'El enlace sirve durante 7 días, sin entrar.',
  }),
  'recovery-started': ({ name, readyAt, url, cancelUrl }) => ({
    subject: 'Alguien pide entrar sin tu segundo paso',
    heading: 'Alguien pide entrar sin tu segundo paso',
    paragraphs: [
      hello('Hola', name),
      `Alguien que sabe tu contraseña, o que lee tu correo, dice que ha perdido todos los dispositivos y códigos del segundo paso. A partir del ${moment('es', readyAt)}, el botón de abajo quita el segundo paso de tu cuenta.`,
      'Antes de esa hora el botón no hace nada. Entrar con el segundo paso también lo detiene.',
    ],
    action: { label: 'Quitar el segundo paso', url },
    note: `Si no has sido tú, detenlo ahora y elige una contraseña nueva: ${cancelUrl}`,
  }),
  'recovery-done': ({ name, url }) => ({
    subject: 'Se ha quitado tu segundo paso',
    heading: 'Se ha quitado tu segundo paso',
    paragraphs: [
      hello('Hola', name),
      'Tu cuenta ya no tiene aplicación de autenticación, códigos de recuperación ni llaves de acceso. Se ha cerrado la sesión en todas partes.',
      'Entra y vuelve a configurar un segundo paso. Si no has sido tú, elige ahora una contraseña nueva.',
    ],
    action: { label: 'Elegir contraseña', url },
  }),
  'confirm-email-change': ({ name, newEmail, url }) => ({
    subject: '¿Cambiar tu dirección?',
    heading: '¿Cambiar tu dirección?',
    paragraphs: [hello('Hola', name), `Tu cuenta va a pasar a ${newEmail}. Confírmalo aquí; después preguntaremos a la dirección nueva.`],
    action: { label: 'Confirmar el cambio', url },
    note: 'Si no lo has pedido, no confirmes y cambia tu contraseña.',
  }),
  ...exportLetters.es,
  ...leavingLetters.es,
  ...ownershipLetters.es,
};

/** The mails about a person's account. */
export const accountLetters: Record<Locale, Letters> = { en, es };
