# A correction that somebody suggests, and where a question comes from. The text of the file is for whoever keeps the content.
correction-open = Suggest a correction
correction-lead = Copy this text or save it as a file, write your suggestion into it, and send it yourself to whoever gave you this kit. Nothing is sent from here.
correction-text-label = Your suggestion, ready to send
correction-copy = Copy
correction-copied = Copied
correction-copy-failed = The browser did not let the text be copied. Select it and copy it by hand.
correction-download = Save as a file
correction-file =
    Suggested correction to Waymark

    Text: { $id }
    Edition: { $edition }
    Content revision: { $revision }
    Build: { $build }

    Present text:
    { $present }

    What is wrong or unclear:


    Suggested text:


    How you know (without quoting the standard):

provenance-title = Where this comes from
provenance-points = { $count ->
    [one] Covers one point of our reference: { $points }.
   *[other] Covers { $count } points of our reference: { $points }.
 }
provenance-confidence = { $mark ->
    [sure] Each is confirmed at least twice.
    [likely] At least one of them is confirmed only once: compare it with your copy in case of doubt.
   *[check] At least one of them rests on professional knowledge only: compare it with your copy.
 }
