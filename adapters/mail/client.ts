/** Hands mail to a server over SMTP. */
import { createTransport, type NodemailerError } from 'nodemailer';
import type { SendResult } from '../../bot/channel.ts';
import type { Mail } from './encode.ts';

export interface MailSettings {
  /** `smtp://user:password@host:port`, or `smtps://…` for TLS from the first byte. */
  url: string;
  /** Who it is from: an address, with a name before it or not. */
  from: string;
  /** How long the server may be silent, in milliseconds. */
  patienceMs?: number;
}

export interface MailClient {
  send(mail: Mail): Promise<SendResult>;
  close(): void;
}

const PATIENCE_MS = 15_000;

/** One connection a message: what is cut or refused concerns that message alone. */
export function createClient({ url, from, patienceMs = PATIENCE_MS }: MailSettings): MailClient {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    // Nothing in a message is read from a file or fetched from somewhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        const { messageId } = await transport.sendMail({ from, ...mail });
        return { ok: true, platformMessageId: messageId };
      } catch (error) {
        return failureOf(error as NodemailerError);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * RFC 5321 4.2.1: 4yz may be tried again, 5yz never. A server that refuses our name and password, or the connection, says
 * nothing of the message: it waits until somebody has mended that. Only codes are kept: a server's words may hold addresses.
 */
function failureOf({ code, responseCode, command }: NodemailerError): SendResult {
  const error = ['smtp', code, command, responseCode].filter(Boolean).join(' ');
  const concernsMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  const isFinal = concernsMessage && (responseCode === undefined || responseCode >= 500);
  return isFinal ? { ok: false, retry: false, error } : { ok: false, retry: true, error };
}
