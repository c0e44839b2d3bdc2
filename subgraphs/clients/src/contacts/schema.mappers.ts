import type { Contact } from './contact.ts';

export type ContactMapper = Contact;
