import type { Connection } from '@atelier/service-kit/connections';
import type { Comment } from './comment.ts';

export type CommentMapper = Comment;
export type CommentConnectionMapper = Connection<Comment>;
