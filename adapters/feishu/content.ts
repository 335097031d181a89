/** What stands in a message, by its type: its plain words and what came with it. */
import { z } from 'zod';
import type { Attachment } from '../../bot/types.ts';

export interface Content {
  text: string;
  attachments: Attachment[];
}

/** What is needed to fetch a file of a message: https://open.feishu.cn/document/server-docs/im-v1/message/get-2 */
export const FileRef = z.object({
  message: z.string().min(1),
  key: z.string().min(1),
  type: z.enum(['image', 'file']),
});
export type FileRef = z.infer<typeof FileRef>;

/** A span of rich text. */
const Span = z.looseObject({
  tag: z.string(),
  text: z.string().optional(),
  href: z.string().optional(),
  user_id: z.string().optional(),
  user_name: z.string().optional(),
  image_key: z.string().optional(),
  file_key: z.string().optional(),
  emoji_type: z.string().optional(),
});
const Post = z.looseObject({ title: z.string().optional(), content: z.array(z.array(Span)) });

const text = z.looseObject({ text: z.string() });
const image = z.looseObject({ image_key: z.string().min(1) });
const file = z.looseObject({ file_key: z.string().min(1), file_name: z.string().optional() });
const place = z.looseObject({ name: z.string() });

/** The mention `key` («@_user_1») in words: «@张三», or nothing where it is the bot itself. */
export type MentionWords = (key: string) => string;

/**
 * Null where there is nothing to be read in it (a sticker, a card, what the platform adds in future). `raw` is the
 * JSON text of the message's `content`.
 */
export function contentOf(
  type: string,
  raw: string,
  messageId: string,
  mention: MentionWords,
): Content | null {
  const value = jsonOf(raw);
  const attached = (kind: Attachment['kind'], key: string, name: string): Attachment => ({
    kind,
    name: name.slice(0, 255),
    ref: JSON.stringify({
      message: messageId,
      key,
      type: kind === 'image' ? 'image' : 'file',
    } satisfies FileRef),
  });
  switch (type) {
    case 'text': {
      const found = text.safeParse(value);
      return found.success ? { text: withMentions(found.data.text, mention), attachments: [] } : null;
    }
    case 'post':
      return postOf(value, attached, mention);
    case 'image': {
      const found = image.safeParse(value);
      return found.success ? only(attached('image', found.data.image_key, '图片')) : null;
    }
    case 'file': {
      const found = file.safeParse(value);
      return found.success
        ? only(attached('file', found.data.file_key, found.data.file_name || '文件'))
        : null;
    }
    case 'audio': {
      const found = file.safeParse(value);
      return found.success ? only(attached('voice', found.data.file_key, '语音')) : null;
    }
    case 'media': {
      const found = file.safeParse(value);
      return found.success
        ? only(attached('video', found.data.file_key, found.data.file_name || '视频'))
        : null;
    }
    case 'location': {
      const found = place.safeParse(value);
      return found.success ? { text: found.data.name, attachments: [] } : null;
    }
    default:
      return null;
  }
}

function only(attachment: Attachment): Content {
  return { text: '', attachments: [attachment] };
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

/** Keys of mentions are numbered: «@_user_10» is not «@_user_1» and a nought. */
function withMentions(words: string, mention: MentionWords): string {
  return words
    .replace(/@_(?:user_\d+|all)/g, (key) => mention(key))
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}

type Attached = (kind: Attachment['kind'], key: string, name: string) => Attachment;

/** A post as the event brings it, or by language as it is sent. */
function postOf(value: unknown, attached: Attached, mention: MentionWords): Content | null {
  const direct = Post.safeParse(value);
  const languages = z.record(z.string(), Post).safeParse(value);
  const post = direct.success
    ? direct.data
    : languages.success
      ? Object.values(languages.data)[0]
      : undefined;
  if (!post) return null;
  const spans = post.content.flat();
  const attachments = spans.flatMap((span) => {
    if (span.tag === 'img' && span.image_key) return [attached('image', span.image_key, '图片')];
    if (span.tag === 'media' && span.file_key) return [attached('video', span.file_key, '视频')];
    return [];
  });
  const lines = post.content.map((line) => line.map((span) => spanWords(span, mention)).join(''));
  const words = [post.title ?? '', ...lines].map((line) => line.trim()).filter(Boolean);
  return { text: withMentions(words.join('\n'), mention), attachments };
}

function spanWords(span: z.infer<typeof Span>, mention: MentionWords): string {
  switch (span.tag) {
    case 'at':
      return span.user_id?.startsWith('@_') ? mention(span.user_id) : `@${span.user_name ?? ''} `;
    case 'a':
      return span.href && span.href !== span.text ? `${span.text ?? ''} ${span.href} ` : (span.text ?? '');
    default:
      return span.text ?? '';
  }
}
