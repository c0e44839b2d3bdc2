/** The pages whose first load is held to the budget: the entry and the lazy parts that the page needs before it can be used. */
export const firstLoads: Record<string, readonly string[]> = {
  app: ['index.html'],
  client: ['client.html'],
};
