// All stores refuse, as where the user has forbidden a site to keep anything. It stands before the script that answers.
for (const name of ["indexedDB", "localStorage"])
  Object.defineProperty(window, name, {
    configurable: true,
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
// WebKitGTK has no such interface where it gives no private files.
if (window.StorageManager) StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException("The operation is insecure.", "SecurityError"));
