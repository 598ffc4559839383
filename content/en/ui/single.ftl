# The single file, and any copy opened from a disk: here the file is where the work is kept.
single-title = Your work is kept in a file that you save
single-about = You opened Waymark from a disk. Here the file you download is where your work is kept. This browser stores a copy beside it, but only to help after a crash: download the file at the end of every sitting, and open it at the beginning of the next.
single-empty = No saved work was found at the path { $path }. If you have worked with Waymark before, it is not lost: open your file. It may also be in another browser, or at the path where this file was before it was moved or renamed.
single-places = Where this browser keeps its copy
single-places-chromium = Chrome, Edge and other browsers of the Chromium family have one store for all files that are opened from this computer. You may move or rename this file. Other pages that you open from this computer can reach that store.
single-places-firefox = Firefox has a store for each path. When this file is moved or renamed, its store looks empty. Move it back, or open your file.
single-places-webkit = Safari and other browsers of the WebKit family have one store for all files, as the Chromium family has. They may empty it after a week without a visit.
about-single = One file to take with you
about-single-text = All of Waymark is also in one file. It opens from any disk, without a server and without a network, and its policy forbids every connection. Assessments go from here to there as files.
about-single-link = Download waymark.html
