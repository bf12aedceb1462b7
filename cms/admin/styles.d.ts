/** Style sheets that are imported: Vite takes them, and there is nothing to import from them. */
declare module '*.css' {}
