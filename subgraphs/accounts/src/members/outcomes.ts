/** A studio cannot be left without an owner. */
export const LAST_OWNER = {
  __typename: 'LastOwner' as const,
  message: 'A studio needs an owner. Make somebody else owner first.',
  code: 'LAST_OWNER',
  path: null,
};
export type LastOwner = typeof LAST_OWNER;

/** The member was one of this studio, and is no more. */
export interface MemberGone {
  __typename: 'MemberGone';
  message: string;
  code: 'MEMBER_GONE';
  path: string[];
}

/** Makes the `MemberGone` member of a result; `field` is where in the input they were named. */
export const memberGone = (field: string): MemberGone => ({
  __typename: 'MemberGone',
  message: 'This member is no longer in the studio: they left, or somebody removed them. Nothing was changed.',
  code: 'MEMBER_GONE',
  path: ['input', field],
});
