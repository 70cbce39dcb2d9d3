<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CheckCard</name>
    <message numerus="yes">
        <source>%n change(s) since</source>
        <translation>
            <numerusform>%n change since</numerusform>
            <numerusform>%n changes since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) refused</source>
        <translation>
            <numerusform>%n more line refused</numerusform>
            <numerusform>%n more lines refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) accepted</source>
        <translation>
            <numerusform>%n line accepted</numerusform>
            <numerusform>%n lines accepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishScreen</name>
    <message numerus="yes">
        <source>%n line(s) as ordered.</source>
        <translation>
            <numerusform>%n line is as ordered.</numerusform>
            <numerusform>%n lines are as ordered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with fewer than ordered</source>
        <translation>
            <numerusform>%n line with fewer than ordered</numerusform>
            <numerusform>%n lines with fewer than ordered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RereadCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerHome</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerTeacher</name>
    <message numerus="yes">
        <source>Scan a label: %n more at least, of two products.</source>
        <translation>
            <numerusform>Scan a label: %n more at least, of two products.</numerusform>
            <numerusform>Scan a label: %n more at least, of two products.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by weight</source>
        <translation>
            <numerusform>%n by weight</numerusform>
            <numerusform>%n by weight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) saved here, not yet at {platform}</source>
        <translation>
            <numerusform>%n change saved here, not yet at {platform}</numerusform>
            <numerusform>%n changes saved here, not yet at {platform}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are saved here and not yet at {platforms}. They are sent at the next start.</source>
        <translation>
            <numerusform>%n change is saved here and not yet at {platforms}. It is sent at the next start.</numerusform>
            <numerusform>%n changes are saved here and not yet at {platforms}. They are sent at the next start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent</source>
        <translation>
            <numerusform>%n change not sent</numerusform>
            <numerusform>%n changes not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new order(s): {codes}</source>
        <translation>
            <numerusform>New order: {codes}</numerusform>
            <numerusform>%n new orders: {codes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) still to pick</source>
        <translation>
            <numerusform>%n line still to pick</numerusform>
            <numerusform>%n lines still to pick</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_PromotionCounts</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation>
            <numerusform>%n product added</numerusform>
            <numerusform>%n products added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s)</source>
        <translation>
            <numerusform>%n promotion</numerusform>
            <numerusform>%n promotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) in the file</source>
        <translation>
            <numerusform>%n promotion in the file</numerusform>
            <numerusform>%n promotions in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) brought in</source>
        <translation>
            <numerusform>%n promotion brought in</numerusform>
            <numerusform>%n promotions brought in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) written</source>
        <translation>
            <numerusform>%n promotion written</numerusform>
            <numerusform>%n promotions written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) marked</source>
        <translation>
            <numerusform>%n promotion marked</numerusform>
            <numerusform>%n promotions marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n thing to mend</numerusform>
            <numerusform>%n things to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): read them first</source>
        <translation>
            <numerusform>%n warning: read it first</numerusform>
            <numerusform>%n warnings: read them first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n promotion(s)?</source>
        <translation>
            <numerusform>Send %n promotion?</numerusform>
            <numerusform>Send %n promotions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n promotion(s) now?</source>
        <translation>
            <numerusform>End %n promotion now?</numerusform>
            <numerusform>End %n promotions now?</numerusform>
        </translation>
    </message>
</context>
</TS>
